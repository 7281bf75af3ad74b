/** The trail as whoever verifies it sees it: a bucket or a folder, whole objects by name. */
export interface TrailReader {
  /** Names that begin with the prefix, in the order of their UTF-8 bytes. */
  list(prefix: string): AsyncIterable<string>;
  get(name: string): Promise<Uint8Array | undefined>;
}
