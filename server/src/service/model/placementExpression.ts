const comparison = /[=!]=|[=!]~|[<>]/;
const comparisonWord =
  /(?<![\w:.-])(?:!?in|!?exists|not_in|not_exists|equals|not_equals|greater_than|greater_than_equal|less_than|less_than_equal|matches|not_matches)(?![\w:.-])/;
const singleEquals = /(?<![=!<>])=(?![=~])/;

/**
 * What keeps a text from being an expression of the cluster query language, such as
 * `attribute:ecs.instance-type =~ t3.*`; undefined when nothing obvious does.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/cluster-query-language.html
 */
export function placementExpressionProblem(text: string): string | undefined {
  if (singleEquals.test(text)) return 'it compares with "=" instead of "=="';
  if (!isBalanced(text)) return "its brackets do not match";
  if (!comparison.test(text) && !comparisonWord.test(text)) return "it compares nothing";
  return undefined;
}

function isBalanced(text: string): boolean {
  const open: string[] = [];
  for (const char of text) {
    if (char === "(" || char === "[") open.push(char);
    if (char === ")" && open.pop() !== "(") return false;
    if (char === "]" && open.pop() !== "[") return false;
  }
  return open.length === 0;
}
