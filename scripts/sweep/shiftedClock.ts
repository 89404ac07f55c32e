// Loaded before everything else, into the processes that these start too:
//   TASKWRIGHT_CLOCK_SHIFT=3600000 node --import file:///…/shiftedClock.ts …
// Moves what `Date` says is now by so many milliseconds. Timers and performance.now() go on as they are.
import { ServerResponse } from "node:http";

const shift = Number(process.env.TASKWRIGHT_CLOCK_SHIFT);
if (!Number.isFinite(shift)) throw new Error("TASKWRIGHT_CLOCK_SHIFT is not a number of milliseconds.");

const Real = globalThis.Date;
const realNow = Real.now.bind(Real);
Real.now = () => realNow() + shift;

const Shifted: DateConstructor = new Proxy(Real, {
  apply: () => new Real(Real.now()).toString(),
  construct: (target, given: readonly unknown[], asked) => {
    const time = given.length === 0 ? [Real.now()] : given;
    return Reflect.construct(target, time, asked === Shifted ? target : asked) as Date;
  },
});
Real.prototype.constructor = Shifted;
globalThis.Date = Shifted;

// Node dates answers by the clock that it had at its start. The AWS SDK takes the difference for a clock that
// is wrong, and tries again.
const writeHead = Object.getOwnPropertyDescriptor(ServerResponse.prototype, "writeHead")?.value as (
  this: ServerResponse,
  ...args: unknown[]
) => ServerResponse;
ServerResponse.prototype.writeHead = function (this: ServerResponse, ...args: unknown[]) {
  if (this.sendDate && !this.hasHeader("date")) this.setHeader("date", new Date().toUTCString());
  return writeHead.apply(this, args);
};
