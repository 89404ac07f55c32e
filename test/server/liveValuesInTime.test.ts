import assert from "node:assert/strict";
import type { CancellationToken } from "vscode-languageserver";
import { LiveValues } from "../../server/src/liveValues.ts";
import type { LookupParams, LookupResult } from "../../server/src/protocol.ts";

const role: LookupParams = { kind: "role" };
const cluster: LookupParams = { kind: "cluster" };
const roles: LookupResult = { available: true, values: [{ value: "role" }] };

interface Question {
  readonly params: LookupParams;
  readonly token: CancellationToken;
  readonly resolve: (result: LookupResult) => void;
  readonly reject: (error: Error) => void;
}

/** Live values of which the test answers the questions, and says when patience ends. */
function withQuestions(): { live: LiveValues; questions: Question[]; losePatience: () => void } {
  const questions: Question[] = [];
  let losePatience = (): void => assert.fail("nobody waits yet");
  const live = new LiveValues({
    ask: (params, token) =>
      new Promise((resolve, reject) => questions.push({ params, token, resolve, reject })),
    now: () => 0,
    wait: () => new Promise((resolve) => (losePatience = resolve)),
  });
  return { live, questions, losePatience: () => losePatience() };
}

describe("Live values", () => {
  it("keep nobody waiting who has lost patience", async () => {
    const { live, losePatience } = withQuestions();
    const hover = live.all([role]);
    losePatience();
    assert.deepEqual(await hover, [{ params: role, result: { available: false, values: [] } }]);
  });

  it("hold a list up until they arrive, or until patience is lost", async () => {
    const { live, questions, losePatience } = withQuestions();
    const known = live.arrived([role]);
    questions[0]!.resolve(roles);
    await known;
    assert.deepEqual(live.known([role]), { values: roles.values, isComplete: true });
    const late = live.arrived([cluster]);
    losePatience();
    await late;
    assert.deepEqual(live.known([cluster]), { values: [], isComplete: false });
  });

  it("give the reason why a question failed, and ask again next time", async () => {
    const { live, questions } = withQuestions();
    const hover = live.all([role]);
    questions[0]!.reject(new Error("the client is gone"));
    assert.deepEqual(await hover, [
      { params: role, result: { available: false, values: [], reason: "Error: the client is gone" } },
    ]);
    void live.all([role]);
    assert.equal(questions.length, 2);
  });

  it("cancel what nobody waits for when typing goes on elsewhere, and ask again when somebody comes back", async () => {
    const { live, questions } = withQuestions();
    assert.deepEqual(live.known([role]), { values: [], isComplete: false });
    live.known([cluster]);
    assert.deepEqual(
      questions.map(({ params, token }) => [params.kind, token.isCancellationRequested]),
      [
        ["role", true],
        ["cluster", false],
      ],
    );
    const hover = live.all([role]);
    questions[0]!.reject(new Error("cancelled"));
    questions[2]!.resolve(roles);
    assert.deepEqual(await hover, [{ params: role, result: roles }]);
    assert.deepEqual(live.known([role]), { values: roles.values, isComplete: true });
  });
});
