/** What a text says as JSON; undefined where it is none, which no schema takes for an answer. */
export const parsedJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
