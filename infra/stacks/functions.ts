import type { Function as LambdaFunction } from "aws-cdk-lib/aws-lambda";
import type { Construct } from "constructs";
import { entries, type FunctionName } from "../../shared/contracts/environment.ts";
import { type WardFunctionProps, wardFunction } from "../constructs/ward-function.ts";
import { WardStack } from "../constructs/ward-stack.ts";
import type { Parameter } from "../parameter.ts";

/** One function for each entry of the contract. */
export class FunctionsStack extends WardStack {
  private readonly functions = new Map<FunctionName, LambdaFunction>();

  constructor(scope: Construct, parameter: Parameter, props: WardFunctionProps) {
    super(scope, "functions", parameter);
    for (const fn of Object.keys(entries) as FunctionName[]) this.functions.set(fn, wardFunction(this, fn, props));
  }

  /** Throws for a name without an entry: a route to nowhere must not deploy. */
  of(fn: FunctionName): LambdaFunction {
    const found = this.functions.get(fn);
    if (found === undefined) throw new Error(`no function ${fn}`);
    return found;
  }
}
