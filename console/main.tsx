import "@digital-go-jp/design-tokens/dist/tokens.css";
import { render } from "preact";
import { App } from "./app/app.tsx";
import { begin } from "./session/begin.ts";

const place = document.getElementById("app");
if (place === null) throw new Error("the page has no place for the console");
render(<App beginning={await begin()} />, place);
