/** The chances that intervals are made for. */
export const levels = [0.8, 0.95] as const;

/** What is expected of one period, and the ranges that hold its value with 80 % and 95 %. */
export type Point = { mean: number; lower80: number; upper80: number; lower95: number; upper95: number };

export type Forecast = Point[];
