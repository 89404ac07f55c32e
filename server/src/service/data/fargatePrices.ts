/** What Fargate charges an hour, US dollars. */
export interface FargatePrice {
  readonly perVcpu: number;
  /** Memory, per GiB. */
  readonly perGiB: number;
}

/** Where and when the prices were valid; they are shown with it. */
export const priceList = { region: "us-east-1", asOf: "March 2026" } as const;

/** Hours that a month is counted as. */
export const hoursPerMonth = 730;

/** On-demand list prices of us-east-1. https://aws.amazon.com/fargate/pricing/ */
export const fargatePrices: Readonly<Record<"linuxX86" | "linuxArm" | "windows", FargatePrice>> = {
  linuxX86: { perVcpu: 0.04048, perGiB: 0.004445 },
  linuxArm: { perVcpu: 0.03238, perGiB: 0.00356 },
  // The price of the processor and the licence fee for Windows.
  windows: { perVcpu: 0.09148 + 0.046, perGiB: 0.01005 },
};

/** Ephemeral storage above the 20 GiB that every task has, per GiB and hour. */
export const storagePricePerGiB = 0.000111;
export const includedStorageGiB = 20;
