/** How the signatures of faults begin that are known, and passed over. */
export const open: readonly string[] = [];
