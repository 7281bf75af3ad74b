import type { CfnTrail } from "aws-cdk-lib/aws-cloudtrail";
import { tableNames } from "../../shared/stores/tables.ts";
import { bucketNames, type Names } from "../names.ts";

const category = (value: "Management" | "Data") => ({ field: "eventCategory", equalTo: [value] });

/** Every management event, and the data events of every store and function of this system. */
export const trailSelectors = (names: Names): CfnTrail.AdvancedEventSelectorProperty[] => [
  { name: "management", fieldSelectors: [category("Management")] },
  {
    name: "tables",
    fieldSelectors: [
      category("Data"),
      { field: "resources.type", equalTo: ["AWS::DynamoDB::Table"] },
      { field: "resources.ARN", equalTo: tableNames.map(names.tableArn) },
    ],
  },
  {
    name: "objects",
    fieldSelectors: [
      category("Data"),
      { field: "resources.type", equalTo: ["AWS::S3::Object"] },
      {
        field: "resources.ARN",
        startsWith: bucketNames.map((bucket) => `${names.bucketArn(bucket)}/`),
      },
    ],
  },
  {
    name: "functions",
    fieldSelectors: [
      category("Data"),
      { field: "resources.type", equalTo: ["AWS::Lambda::Function"] },
      { field: "resources.ARN", startsWith: [names.functionArn("people").replace(/people$/, "")] },
    ],
  },
];
