/** Seconds since 1970 as the XML protocols write them. */
export const xmlTime = (seconds: number): string => new Date(seconds * 1000).toISOString();
