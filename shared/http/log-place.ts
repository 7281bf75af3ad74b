/** A frame as V8 writes it: a name of code, a file, a line and a column. A message that begins like one is not. */
const frame = /^at (?:[\w.<>$:[\]# -]{1,120} \()?(?:file:\/\/|node:)?[\w./@+-]{1,240}:\d{1,7}:\d{1,7}\)?$/;

const mostFrames = 8;

/** Where an error came from: the innermost frames of its stack. Its message, which may repeat input, is none of it. */
export const placeOf = ({ name, message, stack = "" }: Error): string => {
  const told = stack.indexOf(message);
  const below = message === "" || told < 0 ? stack.slice(name.length) : stack.slice(told + message.length);
  return below
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => frame.test(line))
    .slice(0, mostFrames)
    .join("\n");
};

export const isPlace = (value: unknown): value is string =>
  value === "" || (typeof value === "string" && value.split("\n").every((line) => frame.test(line)));
