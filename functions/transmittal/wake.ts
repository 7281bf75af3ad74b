import {
  InvalidToken,
  SendTaskSuccessCommand,
  type SFNClient,
  TaskDoesNotExist,
  TaskTimedOut,
} from "@aws-sdk/client-sfn";

/** A token nobody waits under: its execution was stopped, timed out, or has gone on already. */
const isGone = (error: unknown) =>
  error instanceof TaskDoesNotExist || error instanceof TaskTimedOut || error instanceof InvalidToken;

/** Tells the workflow that waits under a token what was decided. */
export const waker =
  (sfn: SFNClient) =>
  async (taskToken: string, decision: "approve" | "refuse"): Promise<"woken" | "gone"> => {
    try {
      await sfn.send(new SendTaskSuccessCommand({ taskToken, output: JSON.stringify({ decision }) }));
      return "woken";
    } catch (error) {
      if (isGone(error)) return "gone";
      throw error;
    }
  };
