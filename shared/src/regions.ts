/** A region of AWS: https://docs.aws.amazon.com/general/latest/gr/ecs-service.html */
export interface Region {
  readonly id: string;
  readonly name: string;
}

/** The regions of Amazon ECS, in the order in which the console lists them. */
export const regions: readonly Region[] = [
  { id: "us-east-1", name: "N. Virginia" },
  { id: "us-east-2", name: "Ohio" },
  { id: "us-west-1", name: "N. California" },
  { id: "us-west-2", name: "Oregon" },
  { id: "af-south-1", name: "Cape Town" },
  { id: "ap-east-1", name: "Hong Kong" },
  { id: "ap-east-2", name: "Taipei" },
  { id: "ap-northeast-1", name: "Tokyo" },
  { id: "ap-northeast-2", name: "Seoul" },
  { id: "ap-northeast-3", name: "Osaka" },
  { id: "ap-south-1", name: "Mumbai" },
  { id: "ap-south-2", name: "Hyderabad" },
  { id: "ap-southeast-1", name: "Singapore" },
  { id: "ap-southeast-2", name: "Sydney" },
  { id: "ap-southeast-3", name: "Jakarta" },
  { id: "ap-southeast-4", name: "Melbourne" },
  { id: "ap-southeast-5", name: "Malaysia" },
  { id: "ap-southeast-6", name: "New Zealand" },
  { id: "ap-southeast-7", name: "Thailand" },
  { id: "ca-central-1", name: "Canada Central" },
  { id: "ca-west-1", name: "Calgary" },
  { id: "eu-central-1", name: "Frankfurt" },
  { id: "eu-central-2", name: "Zurich" },
  { id: "eu-north-1", name: "Stockholm" },
  { id: "eu-south-1", name: "Milan" },
  { id: "eu-south-2", name: "Spain" },
  { id: "eu-west-1", name: "Ireland" },
  { id: "eu-west-2", name: "London" },
  { id: "eu-west-3", name: "Paris" },
  { id: "il-central-1", name: "Tel Aviv" },
  { id: "me-central-1", name: "UAE" },
  { id: "me-south-1", name: "Bahrain" },
  { id: "mx-central-1", name: "Mexico Central" },
  { id: "sa-east-1", name: "São Paulo" },
  { id: "us-gov-east-1", name: "GovCloud US-East" },
  { id: "us-gov-west-1", name: "GovCloud US-West" },
  { id: "cn-north-1", name: "Beijing" },
  { id: "cn-northwest-1", name: "Ningxia" },
  { id: "eusc-de-east-1", name: "European Sovereign Cloud, Germany" },
];

/** What a region is called; undefined for one that is not known. */
export function regionName(id: string): string | undefined {
  return regions.find((region) => region.id === id)?.name;
}

/** A part of AWS with accounts, names and hosts of its own. */
export interface Partition {
  readonly id: string;
  /** How the names of its regions begin; all others are of `aws`. */
  readonly regionPrefix: string;
  /** How the hosts of its APIs end. */
  readonly dnsSuffix: string;
  /** The host of its console: https://docs.aws.amazon.com/general/latest/gr/signin-service.html */
  readonly consoleHost: string;
}

/** https://docs.aws.amazon.com/whitepapers/latest/aws-fault-isolation-boundaries/partitions.html */
const aws: Partition = {
  id: "aws",
  regionPrefix: "",
  dnsSuffix: "amazonaws.com",
  consoleHost: "console.aws.amazon.com",
};

export const partitions: readonly Partition[] = [
  aws,
  partition("aws-cn", "cn-", "amazonaws.com.cn", "console.amazonaws.cn"),
  partition("aws-us-gov", "us-gov-", "amazonaws.com", "console.amazonaws-us-gov.com"),
  partition("aws-eusc", "eusc-", "amazonaws.eu", "console.amazonaws-eusc.eu"),
  partition("aws-iso", "us-iso-", "c2s.ic.gov", "console.c2shome.ic.gov"),
  partition("aws-iso-b", "us-isob-", "sc2s.sgov.gov", "console.sc2shome.sgov.gov"),
  partition("aws-iso-e", "eu-isoe-", "cloud.adc-e.uk", "console.csphome.adc-e.uk"),
  partition("aws-iso-f", "us-isof-", "csp.hci.ic.gov", "console.csphome.hci.ic.gov"),
];

function partition(id: string, regionPrefix: string, dnsSuffix: string, consoleHost: string): Partition {
  return { id, regionPrefix, dnsSuffix, consoleHost };
}

/** The id of the partition that a region belongs to, which its name tells. */
export function partitionOf(region: string): string {
  return partitionOfRegion(region).id;
}

/** The partition that a region belongs to. */
export function partitionOfRegion(region: string): Partition {
  return partitions.find(({ id, regionPrefix }) => id !== "aws" && region.startsWith(regionPrefix)) ?? aws;
}

/** How the hosts of AWS end in a partition, by its id. */
export function dnsSuffixOf(partition: string): string {
  return (partitions.find(({ id }) => id === partition) ?? aws).dnsSuffix;
}

/** Whether a text is written as regions are, also as one that is not known. */
export function isRegionId(text: string): boolean {
  return /^[a-z]{2,5}(?:-[a-z]{2,12}){1,3}-\d{1,2}$/.test(text);
}
