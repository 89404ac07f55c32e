/**
 * What stands in the way on this machine, and what to do, by what a program or Node says; undefined when it is something
 * else.
 */
export function troubleIn(complaint: string): string | undefined;
