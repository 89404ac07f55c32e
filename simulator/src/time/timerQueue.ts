export interface Timer {
  readonly time: number;
  readonly action: () => void;
  cancel(): void;
}

interface Entry extends Timer {
  readonly order: number;
  cancelled: boolean;
}

const before = (a: Entry, b: Entry): boolean => a.time < b.time || (a.time === b.time && a.order < b.order);

/** A binary heap of timers; those of the same time run in the order in which they were added. */
export class TimerQueue {
  #heap: Entry[] = [];
  #order = 0;

  add(time: number, action: () => void): Timer {
    const entry: Entry = {
      time,
      action,
      order: this.#order++,
      cancelled: false,
      cancel: () => void (entry.cancelled = true),
    };
    this.#heap.push(entry);
    this.#up(this.#heap.length - 1);
    return entry;
  }

  nextTime(): number | undefined {
    this.#dropCancelled();
    return this.#heap[0]?.time;
  }

  /** Removes and returns the first timer if its time has come. */
  takeDue(until: number): Timer | undefined {
    this.#dropCancelled();
    const first = this.#heap[0];
    if (!first || first.time > until) return undefined;
    this.#removeFirst();
    return first;
  }

  #dropCancelled(): void {
    while (this.#heap[0]?.cancelled) this.#removeFirst();
  }

  #removeFirst(): void {
    const last = this.#heap.pop();
    if (!last || this.#heap.length === 0) return;
    this.#heap[0] = last;
    this.#down(0);
  }

  #up(index: number): void {
    for (let child = index; child > 0; ) {
      const parent = (child - 1) >> 1;
      if (!this.#swapIfBefore(child, parent)) return;
      child = parent;
    }
  }

  #down(index: number): void {
    for (let parent = index; ; ) {
      const left = 2 * parent + 1;
      const right = left + 1;
      const [a, b] = [this.#heap[left], this.#heap[right]];
      if (!a) return;
      const child = b && before(b, a) ? right : left;
      if (!this.#swapIfBefore(child, parent)) return;
      parent = child;
    }
  }

  /** Swaps the entries when `child` belongs before `parent`; tells whether it did. */
  #swapIfBefore(child: number, parent: number): boolean {
    const [lower, upper] = [this.#heap[child], this.#heap[parent]];
    if (!lower || !upper || !before(lower, upper)) return false;
    this.#heap[child] = upper;
    this.#heap[parent] = lower;
    return true;
  }
}
