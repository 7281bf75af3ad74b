import { describe, expect, it } from "vitest";
import { at, listed } from "../../infra/checks/template.ts";
import type { BucketName } from "../../infra/names.ts";
import { parameterFor } from "../../infra/parameter.ts";
import { temporaryFileDays } from "../../infra/temporary-file-days.ts";
import { defaultRetention, mostTemporaryDays, type RetentionRow } from "../../shared/domain/retention.ts";
import { temporaryBuckets } from "../../shared/domain/temporary-files.ts";
import { plainDate } from "../../shared/law/calendar.ts";
import { tableNames } from "../../shared/stores/tables.ts";
import { keyArn, may, names, ownEndpoint, stacks } from "./support/may.ts";
import { resourcesOf, theResource } from "./support/resources.ts";

const fn = "temporary-files" as const;
const context = { "aws:SourceVpce": ownEndpoint };
const asked = (action: string, resource: string) => may(fn, { action, resource, context });
const fileOf = (bucket: BucketName) => `${names.bucketArn(bucket)}/some/file`;

describe("the sweep of temporary files", () => {
  it("lists and takes away versions in the three buckets where nothing is meant to stay, and in no other", async () => {
    for (const bucket of ["staging", "linkage", "exports", "outbox", "audit"] as const) {
      const own = (temporaryBuckets as readonly string[]).includes(bucket);
      expect([bucket, await asked("s3:DeleteObjectVersion", fileOf(bucket))]).toEqual([bucket, own]);
      expect([bucket, await asked("s3:ListBucketVersions", names.bucketArn(bucket))]).toEqual([bucket, own]);
    }
  });

  it("reads no file, puts none, and opens nothing sealed", async () => {
    for (const bucket of temporaryBuckets)
      for (const action of ["s3:GetObject", "s3:GetObjectVersion", "s3:PutObject", "s3:DeleteObject"])
        expect([bucket, action, await asked(action, fileOf(bucket))]).toEqual([bucket, action, false]);
    for (const purpose of ["branch", "index"])
      expect(
        await may(fn, {
          action: "kms:Decrypt",
          resource: keyArn("Data"),
          context: { "kms:EncryptionContext:kokunen:purpose": purpose },
        }),
      ).toBe(false);
    const viaS3 = { "kms:ViaService": "s3.ap-northeast-1.amazonaws.com" };
    expect(await may(fn, { action: "kms:Decrypt", resource: keyArn("Data"), context: viaS3 })).toBe(false);
  });

  it("looks at single rows of runs, outputs and takeovers, adds to the trail, and reaches no other table", async () => {
    for (const table of tableNames) {
      const looks = table === "transmittals" || table === "outputs" || table === "batches";
      expect([table, await asked("dynamodb:BatchGetItem", names.tableArn(table))]).toEqual([table, looks]);
      expect([table, await asked("dynamodb:PutItem", names.tableArn(table))]).toEqual([table, table === "audit"]);
      for (const action of ["dynamodb:Query", "dynamodb:Scan", "dynamodb:DeleteItem"])
        expect([table, action, await asked(action, names.tableArn(table))]).toEqual([table, action, false]);
    }
  });

  it("raises an alarm for what stays, told by the hour, and one for its own silence", () => {
    const alarm = (name: string) =>
      theResource(stacks, "AWS::CloudWatch::Alarm", ({ AlarmName }) => AlarmName === `${names.prefix}-${name}`)
        .properties;
    expect(alarm("temporary-file-stays")).toMatchObject({ Period: 7_200, Threshold: 1, EvaluationPeriods: 1 });
    expect(alarm("temporary-files-missing")).toMatchObject({
      Period: 3_600,
      EvaluationPeriods: 3,
      TreatMissingData: "breaching",
    });
  });
});

describe("the buckets' own limit", () => {
  const rulesOf = (bucket: BucketName) => {
    const { properties } = theResource(stacks, "AWS::S3::Bucket", (each) => each.BucketName === names.bucket(bucket));
    return listed(at(properties, ["LifecycleConfiguration", "Rules"])).map((rule) => ({
      status: at(rule, ["Status"]),
      prefix: at(rule, ["Prefix"]),
      days: at(rule, ["ExpirationInDays"]),
      superseded: at(rule, ["NoncurrentVersionExpiration", "NoncurrentDays"]),
      unfinished: at(rule, ["AbortIncompleteMultipartUpload", "DaysAfterInitiation"]),
    }));
  };

  it.each([
    ["staging", 49],
    ["linkage", 49],
    ["exports", 3],
  ] as const)("takes whatever lies in %s after %i days, and its versions a week later", (bucket, days) => {
    expect(rulesOf(bucket)).toEqual([{ status: "Enabled", prefix: undefined, days, superseded: 7, unfinished: 1 }]);
  });

  it("takes no file of the outbox or of the audit bucket: they are records, and go by their class", () => {
    const { supersededFileDays } = parameterFor("production").retention;
    for (const bucket of ["outbox", "audit"] as const)
      expect([bucket, rulesOf(bucket)]).toEqual([
        bucket,
        [{ status: "Enabled", prefix: undefined, days: undefined, superseded: supersededFileDays, unfinished: 1 }],
      ]);
    expect(resourcesOf(stacks, "AWS::S3::Bucket")).toHaveLength(5);
  });

  it("is not outlived by any copy: no backup plan selects their bucket, by name, pattern or tag, and none is replicated", () => {
    const selections = resourcesOf(stacks, "AWS::Backup::BackupSelection").map(({ properties }) =>
      at(properties, ["BackupSelection"]),
    );
    expect(selections).toHaveLength(2);
    for (const selection of selections) {
      for (const other of ["ListOfTags", "Conditions"])
        expect([other, at(selection, [other])]).toEqual([other, undefined]);
      const arns = listed(at(selection, ["Resources"])).map(String);
      expect(arns.length).toBeGreaterThan(0);
      expect(arns.filter((arn) => /[*?]/.test(arn))).toEqual([]);
      for (const bucket of temporaryBuckets)
        expect([bucket, arns.includes(names.bucketArn(bucket))]).toEqual([bucket, false]);
    }
    for (const { properties } of resourcesOf(stacks, "AWS::S3::Bucket"))
      expect([properties.BucketName, properties.ReplicationConfiguration]).toEqual([properties.BucketName, undefined]);
  });

  it.each(["local", "dev", "production"] as const)(
    "comes after the ward's limit in %s, whichever row is in force",
    (name) => {
      const { retention } = parameterFor(name);
      const days = temporaryFileDays(retention);
      const limit = mostTemporaryDays(retention.schedule);
      expect(days.staging).toBeGreaterThan(limit);
      expect(days.linkage).toBeGreaterThan(limit);
      // An output lives for two days at most once it is approved.
      expect(days.exports).toBeGreaterThan(2);
    },
  );

  it("goes by the longest row of the schedule, and never keeps an output longer than anything else", () => {
    const longer: RetentionRow = {
      class: "temporary-file",
      inForceFrom: plainDate("2030-04-01"),
      keep: { days: 60 },
      source: "文書管理規程",
    };
    const schedule = [...defaultRetention, longer];
    expect(temporaryFileDays({ ...parameterFor("dev").retention, schedule, exportDays: 400 })).toEqual({
      staging: 74,
      linkage: 74,
      exports: 74,
    });
  });
});
