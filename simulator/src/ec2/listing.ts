import { ApiError } from "../protocol/apiError.ts";
import type { Form } from "../protocol/form.ts";
import type { Operation } from "../protocol/operation.ts";
import { page } from "../protocol/paging.ts";
import type { Account } from "../state/types.ts";

/** An operation of EC2: `list` names the element of the answer. Filters that are not known are refused. */
export interface Listing<T> {
  readonly name: string;
  readonly list: string;
  readonly idKey: string;
  readonly notFound: { readonly code: string; readonly text: (id: string) => string };
  readonly all: (account: Account) => readonly T[];
  readonly idOf: (item: T) => string;
  readonly filters: Readonly<Record<string, (item: T, account: Account) => string | undefined>>;
  readonly record: (account: Account, item: T) => object;
}

/** Makes an operation that lists things by id and by filter. */
export function listing<T>(spec: Listing<T>): Operation {
  return {
    name: spec.name,
    run(account: Account, input: Form) {
      const ids = input.texts(spec.idKey);
      const all = spec.all(account);
      const unknown = ids.find((id) => !all.some((item) => spec.idOf(item) === id));
      if (unknown !== undefined) throw new ApiError(spec.notFound.code, spec.notFound.text(unknown));
      const found = all.filter(
        (item) =>
          (ids.length === 0 || ids.includes(spec.idOf(item))) && passesFilters(spec, account, item, input),
      );
      const { items, nextToken } = page(
        found,
        { maxResults: input.number("MaxResults"), nextToken: input.text("NextToken") },
        { default: 1000, most: 1000 },
      );
      return { [spec.list]: items.map((item) => spec.record(account, item)), nextToken };
    },
  };
}

function passesFilters<T>({ filters }: Listing<T>, account: Account, item: T, input: Form): boolean {
  return filterNames(input).every((name) => {
    const read = filters[name];
    if (!read) throw new ApiError("InvalidParameterValue", `The filter '${name}' is invalid`);
    return input.filter(name)?.includes(read(item, account) ?? "") ?? true;
  });
}

const filterNames = ({ record }: Form): string[] =>
  Object.entries(record).flatMap(([key, value]) => (/^Filter\.\d+\.Name$/.test(key) ? value : []));
