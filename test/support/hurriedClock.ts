import { systemClock, type Clock } from "../../client/src/model/clock.ts";

/** Waits a hundredth of what it should, for tests of what waits before it tries again. */
export const hurriedClock: Clock = {
  ...systemClock,
  after: (milliseconds, run) => systemClock.after(milliseconds / 100, run),
};
