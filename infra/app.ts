import { App } from "aws-cdk-lib";
import { parameterFor } from "./parameter.ts";
import { wardApp } from "./ward-app.ts";

const app = new App();
wardApp(app, parameterFor(String(app.node.tryGetContext("env") ?? "dev")));
