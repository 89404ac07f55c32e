interface Statement {
  readonly Effect?: string;
  readonly Action?: string | readonly string[];
  readonly Principal?: string | { readonly Service?: string | readonly string[] };
}

/**
 * Whether a role's trust policy lets a service of AWS assume the role. Conditions are taken as met, and what
 * cannot be read as allowing it: a false alarm is worse than a miss.
 */
export function mayBeAssumedBy(policy: string, service: string): boolean {
  const statements = statementsOf(policy);
  return (
    !statements ||
    statements.some(
      ({ Effect, Action, Principal }) =>
        Effect === "Allow" &&
        listOf(Action).some((action) => /^(?:\*|sts:\*|sts:AssumeRole)$/i.test(action)) &&
        isFor(Principal, service),
    )
  );
}

function statementsOf(policy: string): readonly Statement[] | undefined {
  try {
    const { Statement: statements } = JSON.parse(policy) as {
      readonly Statement?: Statement | readonly Statement[];
    };
    return listOf(statements);
  } catch {
    return undefined;
  }
}

function isFor(principal: Statement["Principal"], service: string): boolean {
  return (
    principal === "*" ||
    (typeof principal === "object" &&
      listOf(principal.Service).some((each) => each === service || each === "*"))
  );
}

const listOf = <T>(value: T | readonly T[] | undefined): readonly T[] =>
  value === undefined ? [] : Array.isArray(value) ? (value as readonly T[]) : [value as T];
