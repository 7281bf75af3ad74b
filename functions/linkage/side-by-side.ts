/** People worked on side by side; the rows of one go one after the other. */
const atOnce = 8;

/** Works through groups, the rows of each in their order, while `goOn` says so. */
export const sideBySide = async <Row>(
  groups: Iterable<readonly Row[]>,
  work: (row: Row) => Promise<void>,
  goOn: () => boolean,
): Promise<void> => {
  const waiting = [...groups];
  const hand = async () => {
    for (let group = waiting.pop(); group && goOn(); group = waiting.pop())
      for (const row of group) if (goOn()) await work(row);
  };
  await Promise.all(Array.from({ length: atOnce }, hand));
};
