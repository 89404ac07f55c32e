/** An answer that goes on: events are sent until the caller hangs up or `close` is called. */
export class EventStream {
  readonly start: (send: (type: string, event: object) => void, close: () => void) => () => void;

  /** `start` begins to send; what it returns is called when the stream ends. */
  constructor(start: EventStream["start"]) {
    this.start = start;
  }
}
