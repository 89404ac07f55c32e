import type { Sample } from "../../aws/metricReads.ts";
import { html, type Html } from "./html.ts";

/** Size of the picture in its own units; it is stretched to the width of the page. */
const width = 600;
const height = 120;

/** A curve of percentages as a picture, with its figures in words, and each sample for the keyboard. */
export function curve(id: string, name: string, samples: readonly Sample[]): Html {
  const last = samples.at(-1);
  if (!last)
    return html`<figure class="curve"><figcaption>${name}</figcaption><p>No values in the last three hours.</p></figure>`;
  const highest = samples.reduce((a, b) => (b.value > a.value ? b : a));
  const top = Math.max(100, Math.ceil(highest.value / 25) * 25);
  const words = `now ${percent(last.value)}, highest ${percent(highest.value)} at ${clock(highest.time)}, mean ${percent(mean(samples))}`;
  const points = samples.map(
    (sample) => `${across(sample, samples).toFixed(1)},${up(sample.value, top).toFixed(1)}`,
  );
  const values = JSON.stringify(samples.map(({ time, value }) => [clock(time), percent(value)]));
  return html`<figure class="curve">
    <figcaption>${name}: <span>${words}</span></figcaption>
    <svg id="${id}" viewBox="0 0 ${width} ${height}" preserveAspectRatio="none" role="img" tabindex="0"
      aria-label="${name} of the last three hours: ${words}. Arrow keys read the values." data-name="${name}" data-values="${values}">
      <line class="grid" x1="0" x2="${width}" y1="${up(top / 2, top)}" y2="${up(top / 2, top)}"></line>
      <polyline class="line ${id}" points="${points.join(" ")}"></polyline>
      <line class="cursor" x1="${width}" x2="${width}" y1="0" y2="${height}"></line>
    </svg>
    <p class="scale"><span>${clock(samples[0]?.time)}</span><span>0 to ${top} %</span><span>${clock(last.time)}</span></p>
  </figure>`;
}

function across({ time }: Sample, samples: readonly Sample[]): number {
  const from = samples[0]?.time.getTime() ?? 0;
  const to = samples.at(-1)?.time.getTime() ?? 0;
  return to === from ? width : ((time.getTime() - from) / (to - from)) * width;
}

const up = (value: number, top: number): number => height - (value / top) * height;

const percent = (value: number): string => `${value.toFixed(value < 10 ? 1 : 0)} %`;

const mean = (samples: readonly Sample[]): number =>
  samples.reduce((sum, { value }) => sum + value, 0) / samples.length;

/** Hours and minutes, UTC: `12:05`. */
const clock = (time: Date | undefined): string => time?.toISOString().slice(11, 16) ?? "";
