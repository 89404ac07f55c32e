import type {
  Dimension,
  GetMetricDataInput,
  GetMetricDataOutput,
  GetMetricStatisticsInput,
  GetMetricStatisticsOutput,
  MetricDataQuery,
} from "@aws-sdk/client-cloudwatch";
import { ApiError } from "../protocol/apiError.ts";
import { operation } from "../protocol/operation.ts";
import type { Wire } from "../protocol/wire.ts";
import { metricValue, type MetricName } from "./metricValue.ts";
import type { Account } from "../state/types.ts";

interface Span {
  readonly StartTime?: number | undefined;
  readonly EndTime?: number | undefined;
}

/**
 * The most values of a metric in one answer.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_GetMetricData.html and
 * API_GetMetricStatistics.html
 */
const limits = { data: 100_800, statistics: 1_440 };

/**
 * The values of a metric in the span, one a period, oldest first. Throws for a period that is none, and for
 * more than `most` values.
 */
function series(
  account: Account,
  metric: MetricName,
  { StartTime = 0, EndTime = 0 }: Span,
  period: number,
  most: number,
): { time: number; value: number }[] {
  if (period < 1) throw new ApiError("InvalidParameterValue", "The parameter Period must be greater than 0.");
  if ((EndTime - StartTime) / period > most)
    throw new ApiError(
      "InvalidParameterCombination",
      `The span has more than ${most} periods of ${period} seconds.`,
    );
  const points = [];
  for (
    let time = Math.floor(StartTime / period) * period;
    time < Math.min(EndTime, account.clock.now());
    time += period
  ) {
    const value = metricValue(account, metric, time);
    if (value !== undefined) points.push({ time, value });
  }
  return points;
}

const dimensionsOf = (dimensions: readonly Wire<Dimension>[] = []): Record<string, string> =>
  Object.fromEntries(dimensions.map(({ Name = "", Value = "" }) => [Name, Value]));

/** Values of up to 500 metrics; expressions are refused. */
export const getMetricData = operation<GetMetricDataInput, GetMetricDataOutput>(
  "GetMetricData",
  (account, input) => {
    const queries = input.MetricDataQueries ?? [];
    if (queries.length > 500)
      throw new ApiError(
        "ValidationError",
        "The parameter MetricDataQueries cannot have more than 500 elements.",
      );
    const MetricDataResults = queries.map((query) => {
      const points = pointsOf(account, query, input);
      if (input.ScanBy !== "TimestampAscending") points.reverse();
      return {
        Id: query.Id,
        Label: query.Label ?? query.MetricStat?.Metric?.MetricName,
        Timestamps: points.map(({ time }) => time),
        Values: points.map(({ value }) => value),
        StatusCode: "Complete" as const,
      };
    });
    return { MetricDataResults, Messages: [] };
  },
);

function pointsOf(
  account: Account,
  { MetricStat: stat }: Wire<MetricDataQuery>,
  span: Span,
): { time: number; value: number }[] {
  if (!stat?.Metric)
    throw new ApiError(
      "ValidationError",
      "The simulator plays metric queries with MetricStat only, no expressions.",
    );
  const { Namespace: namespace = "", MetricName: name = "", Dimensions } = stat.Metric;
  return series(
    account,
    { namespace, name, dimensions: dimensionsOf(Dimensions) },
    span,
    stat.Period ?? 60,
    limits.data,
  );
}

export const getMetricStatistics = operation<GetMetricStatisticsInput, GetMetricStatisticsOutput>(
  "GetMetricStatistics",
  (account, input) => {
    const { Namespace: namespace = "", MetricName: name = "", Dimensions, Period = 60 } = input;
    const points = series(
      account,
      { namespace, name, dimensions: dimensionsOf(Dimensions) },
      input,
      Period,
      limits.statistics,
    );
    const Datapoints = points.map(({ time, value }) => ({
      Timestamp: time,
      SampleCount: 1,
      Average: value,
      Sum: value,
      Minimum: value,
      Maximum: value,
    }));
    return { Label: name, Datapoints };
  },
);
