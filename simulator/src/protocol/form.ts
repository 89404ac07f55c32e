/** What a form of the AWS query protocols holds: its keys are paths, such as `Filter.1.Value.2`. */
export interface Form {
  /** The value of a key. */
  text(key: string): string | undefined;
  number(key: string): number | undefined;
  /** The values of a list: `KEY.member.1` or `KEY.1` and so on. */
  texts(key: string): string[];
  /** The values of EC2's `Filter.n` of that name. */
  filter(name: string): string[] | undefined;
  /** All keys and values. */
  readonly record: Readonly<Record<string, string>>;
}

export function readForm(parameters: URLSearchParams): Form {
  const record: Record<string, string> = Object.fromEntries(parameters);
  const list = (prefix: string): string[] => {
    const values: string[] = [];
    for (let index = 1; ; index++) {
      const value = record[`${prefix}.member.${index}`] ?? record[`${prefix}.${index}`];
      if (value === undefined) return values;
      values.push(value);
    }
  };
  return {
    record,
    text: (key) => record[key],
    number: (key) => (record[key] === undefined ? undefined : Number(record[key])),
    texts: list,
    filter(name) {
      const entry = Object.entries(record).find(
        ([key, value]) => /^Filter\.\d+\.Name$/.test(key) && value === name,
      );
      return entry && list(entry[0].replace(/Name$/, "Value"));
    },
  };
}
