/** Load in percent of the 1RM and the mean repetitions to failure at it, heaviest first. */
export type Curve = [percent: number, repetitions: number][];

/** Made by the generator from generator/intensity.py, which says where the points are from. */
export const CURVES: Record<"general" | "leg-press", Curve>;
