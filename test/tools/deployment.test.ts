import { describe, expect, it } from "vitest";
import { tableNames } from "../../shared/stores/tables.ts";
import { parseDeployment, tableOutput } from "../../tools/local/deployment.ts";

const endpoint = "http://127.0.0.1:4566";
const tables = Object.fromEntries(tableNames.map((table) => [tableOutput(table), `kokunen-local-${table}`]));
const written = {
  Storage: { ...tables, BucketStaging: "staging", BucketOutbox: "outbox", ExportsOutputRefKey: "left aside" },
  Protection: { DataKeyArn: "arn:aws:kms:ap-northeast-1:000000000000:key/1" },
  Api: { ApiId: "8f2daf23", StageName: "ward" },
  Workflow: { StateMachineArn: "arn:aws:states:ap-northeast-1:000000000000:stateMachine:transmittal" },
};

describe("what a deployment gives", () => {
  it("is gathered from whichever stack gives it", () => {
    expect(parseDeployment(written, endpoint)).toEqual({
      apiUrl: "http://127.0.0.1:4566/restapis/8f2daf23/ward/_user_request_",
      tables: Object.fromEntries(tableNames.map((table) => [table, `kokunen-local-${table}`])),
      stagingBucket: "staging",
      outboxBucket: "outbox",
      stateMachineArn: written.Workflow.StateMachineArn,
      dataKeyArn: written.Protection.DataKeyArn,
    });
  });

  it.each(["Storage", "Protection", "Api", "Workflow"] as const)("is refused without the outputs of %s", (stack) => {
    const { [stack]: left, ...rest } = written;
    expect(() => parseDeployment(rest, endpoint)).toThrow(Object.keys(left)[0]);
  });

  it("is refused when an ARN is none", () => {
    expect(() => parseDeployment({ ...written, Protection: { DataKeyArn: "key/1" } }, endpoint)).toThrow("DataKeyArn");
  });
});
