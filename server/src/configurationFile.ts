/** The name of the file that keeps settings beside the sources, for the editor and the command line alike. */
export const configurationFile = ".taskwrightrc.json";
