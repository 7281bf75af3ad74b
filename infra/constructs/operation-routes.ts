import { AuthorizationType, type IResource, LambdaIntegration, type RestApi } from "aws-cdk-lib/aws-apigateway";
import type { IFunction } from "aws-cdk-lib/aws-lambda";
import { consoleRoutes } from "../../shared/contracts/console.ts";
import type { FunctionName } from "../../shared/contracts/environment.ts";
import type { Operation } from "../../shared/contracts/operation.ts";
import { operations } from "../../shared/contracts/operations.ts";

const resourceAt = (root: IResource, path: string): IResource =>
  path
    .split("/")
    .filter((segment) => segment !== "")
    .reduce((parent, segment) => parent.getResource(segment) ?? parent.addResource(segment), root);

/**
 * A route for each operation of the contract, and those of the console. A literal segment stands beside `{filingId}`, and
 * API Gateway prefers it. `$LATEST` is integrated, not an alias: the emulator loses an alias after a code update, and
 * CloudFormation swaps the code of a function at once either way.
 */
export const operationRoutes = (api: RestApi, functionOf: (name: FunctionName) => IFunction): void => {
  const route = (method: string, path: string, fn: FunctionName, operationName: string) =>
    resourceAt(api.root, path).addMethod(method, new LambdaIntegration(functionOf(fn), { allowTestInvoke: false }), {
      authorizationType: AuthorizationType.NONE,
      operationName,
    });
  for (const each of Object.values<Operation>(operations)) route(each.method, each.path, each.function, each.title);
  for (const { method, path } of consoleRoutes) route(method, path, "console", "監査の画面");
};
