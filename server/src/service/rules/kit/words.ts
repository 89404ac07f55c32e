/** Lists values as a sentence does: `1, 2 or 3`; of a long even series the bounds and the step. */
export function listOf(values: readonly (string | number)[], conjunction = "or"): string {
  if (values.length > 6 && isSeries(values))
    return `${values[0]} to ${values.at(-1)} in steps of ${values[1]! - values[0]!}`;
  if (values.length < 2) return values.join("");
  return `${values.slice(0, -1).join(", ")} ${conjunction} ${values.at(-1)}`;
}

function isSeries(values: readonly (string | number)[]): values is readonly number[] {
  const numbers = values.filter((value) => typeof value === "number");
  const step = (numbers[1] ?? 0) - (numbers[0] ?? 0);
  return (
    numbers.length === values.length &&
    numbers.every((value, index) => index === 0 || value - numbers[index - 1]! === step)
  );
}

/** The number of a list that is nearest, the larger one where two are as near. */
export function nearest(value: number, choices: readonly number[]): number {
  const distance = (choice: number): number => Math.abs(choice - value);
  return choices.reduce((best, choice) => (distance(choice) <= distance(best) ? choice : best));
}

/** The text with its first letter in upper case, to begin a sentence. */
export function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
