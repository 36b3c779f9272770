// Axes of days: a mark for whole days only, so that no day is named twice, and labels that stay inside.

/** The ticks at midnight UTC; the first one where none is. */
export const wholeDays = (ticks: Date[]): Date[] => {
  const whole = ticks.filter((tick) => tick.getTime() % 86_400_000 === 0);
  return whole.length ? whole : ticks.slice(0, 1);
};

/** Where the label of a tick is held, so that it is not cut at an end. */
export const anchor = (x: number, width: number, least = 0): "start" | "middle" | "end" =>
  x > width - 36 ? "end" : x < least + 36 ? "start" : "middle";
