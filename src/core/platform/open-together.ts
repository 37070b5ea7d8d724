/** One part that is opened beside others, and how it is closed again. */
export interface Opening<Opened> {
  open(): Promise<Opened>;
  close(opened: Opened): Promise<void>;
}

/** Opens all parts at once. When one fails, closes those that opened and throws its fault. */
export async function openTogether<Parts extends readonly unknown[]>(
  openings: {
    readonly [Part in keyof Parts]: Opening<Parts[Part]>;
  },
): Promise<Parts> {
  const closers: (() => Promise<void>)[] = [];
  const opened = async <Opened>(part: Opening<Opened>): Promise<Opened> => {
    const value = await part.open();
    closers.push(() => part.close(value));
    return value;
  };
  const starting = openings.map((part: Opening<Parts[number]>) => opened(part));
  const outcomes = await Promise.allSettled(starting);
  if (outcomes.some((outcome) => outcome.status === 'rejected')) {
    await Promise.all(closers.map((close) => close()));
  }
  return (await Promise.all(starting)) as unknown as Parts;
}
