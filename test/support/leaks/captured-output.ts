/** What a process writes, kept instead of written: standard output and error, as Lambda would have handed them to the log. */
export const captureOutput = () => {
  const lines: string[] = [];
  const streams = [process.stdout, process.stderr] as const;
  const before = streams.map((stream) => stream.write);
  const keep = ((chunk: string | Uint8Array) => {
    lines.push(typeof chunk === "string" ? chunk : Buffer.from(chunk).toString("utf8"));
    return true;
  }) as typeof process.stdout.write;
  for (const stream of streams) stream.write = keep;
  return {
    lines,
    stop: () => {
      for (const [at, stream] of streams.entries()) stream.write = before[at] as typeof stream.write;
    },
  };
};
