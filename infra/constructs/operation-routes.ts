import { AuthorizationType, type IResource, LambdaIntegration, type RestApi } from "aws-cdk-lib/aws-apigateway";
import type { IFunction } from "aws-cdk-lib/aws-lambda";
import type { FunctionName } from "../../shared/contracts/environment.ts";
import { type Operation, operations } from "../../shared/contracts/operations.ts";

const resourceAt = (root: IResource, path: string): IResource =>
  path
    .split("/")
    .filter((segment) => segment !== "")
    .reduce((parent, segment) => parent.getResource(segment) ?? parent.addResource(segment), root);

/**
 * A route for each operation of the contract. A literal segment stands beside `{filingId}`, and API Gateway prefers it.
 * `$LATEST` is integrated, not an alias: the emulator loses an alias after a code update, and CloudFormation swaps the
 * code of a function at once either way.
 */
export const operationRoutes = (api: RestApi, functionOf: (name: FunctionName) => IFunction): void => {
  for (const operation of Object.values<Operation>(operations)) {
    resourceAt(api.root, operation.path).addMethod(
      operation.method,
      new LambdaIntegration(functionOf(operation.function), { allowTestInvoke: false }),
      { authorizationType: AuthorizationType.NONE, operationName: operation.title },
    );
  }
};
