import { App } from "aws-cdk-lib";
import { judge } from "./checks/judge.ts";
import { parameterFor } from "./parameter.ts";
import { wardApp } from "./ward-app.ts";

const app = new App();
const parameter = parameterFor(String(app.node.tryGetContext("env") ?? "dev"));
wardApp(app, parameter);
judge(app, parameter);
