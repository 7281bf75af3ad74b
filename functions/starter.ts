import { ExecutionAlreadyExists, type SFNClient, StartExecutionCommand } from "@aws-sdk/client-sfn";

/** Starts a state machine under a name of its own. A name already used means that this very start has happened. */
export const starter =
  (sfn: SFNClient, stateMachineArn: string) =>
  async (name: string, input: object): Promise<void> => {
    try {
      await sfn.send(new StartExecutionCommand({ stateMachineArn, name, input: JSON.stringify(input) }));
    } catch (error) {
      if (!(error instanceof ExecutionAlreadyExists)) throw error;
    }
  };
