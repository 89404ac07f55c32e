/** How the signatures of faults begin that are known, and passed over. */
export const open: readonly string[] = [
  // What is completed in YAML and modules of Terraform is tried with a stand-in, and an item may be longer
  // than that.
  "an accepted completion breaks the text: This is not valid YAML",
  "an accepted completion breaks the text: This is not valid HCL",
  "range outside of the text (complete",
  "a fix leaves its finding: json-syntax",
  "a fix leaves its finding: deployment-no-room",
  // The comment that this fix is about goes with it.
  "an edit loses a comment: suppression-unused",
];
