/** An answer's status and body; or why there is none. */
export type Posted =
  | { readonly ok: true; readonly status: number; readonly text: string }
  | { readonly ok: false; readonly fault: "unreachable" | "unreadable" };

/** Bytes of an answer at most: a record is a kilobyte. */
const mostBytes = 64 * 1024;

interface Posting {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Milliseconds from the start to the last byte. */
  readonly timeout: number;
}

const textOf = async (response: Response): Promise<string | undefined> => {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.length;
    if (size > mostBytes) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
};

/** One POST. It follows no redirection, waits no longer than it was told, and reads no more than an answer can be. */
export const post = async ({ url, headers, body, timeout }: Posting): Promise<Posted> => {
  try {
    const response = await fetch(url, {
      method: "POST",
      headers: { accept: "application/json", ...headers },
      body,
      redirect: "manual",
      signal: AbortSignal.timeout(timeout),
    });
    const text = await textOf(response);
    return text === undefined ? { ok: false, fault: "unreadable" } : { ok: true, status: response.status, text };
  } catch {
    // Whatever the network did. The error may repeat what was sent, so it goes no further.
    return { ok: false, fault: "unreachable" };
  }
};
