/**
 * Where the sources are kept. The manifest's links are generated from it; whoever forks the project changes
 * it here.
 */
export const repository = "https://github.com/taskwright/taskwright";
