/** Whether an operation of AWS changes nothing, by how AWS names operations. */
export const isReading = (operation: string): boolean =>
  /^(?:Describe|List|Get|BatchGet|Filter|StartLiveTail|StartQuery|Simulate|AssumeRole)/.test(operation);
