/* Passkeys: ask the person's device, then post its answer with the form. Without this file, the button stays hidden. */

function bytesOf(text) {
  const padded = text.replace(/-/g, "+").replace(/_/g, "/");
  return Uint8Array.from(atob(padded), (letter) => letter.charCodeAt(0));
}

function textOf(buffer) {
  const letters = Array.from(new Uint8Array(buffer), (byte) => String.fromCharCode(byte)).join("");
  return btoa(letters).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
}

/* The server writes bytes as text; `rp.id` alone is a name. */
function decoded(options) {
  const user = options.user && { ...options.user, id: bytesOf(options.user.id) };
  const known = (list) => list && list.map((one) => ({ ...one, id: bytesOf(one.id) }));
  return {
    ...options,
    challenge: bytesOf(options.challenge),
    ...(user && { user }),
    ...(options.allowCredentials && { allowCredentials: known(options.allowCredentials) }),
    ...(options.excludeCredentials && { excludeCredentials: known(options.excludeCredentials) }),
  };
}

function encoded(credential) {
  const answer = credential.response;
  const response = { clientDataJSON: textOf(answer.clientDataJSON) };
  for (const name of ["attestationObject", "authenticatorData", "signature", "userHandle"]) {
    if (answer[name]) response[name] = textOf(answer[name]);
  }
  if (answer.getTransports) response.transports = answer.getTransports();
  return {
    type: credential.type,
    id: credential.id,
    rawId: textOf(credential.rawId),
    authenticatorAttachment: credential.authenticatorAttachment ?? null,
    clientExtensionResults: credential.getClientExtensionResults(),
    response,
  };
}

async function optionsOf(form) {
  if (form.dataset.options) return JSON.parse(form.dataset.options);
  const answer = await fetch(form.action, { headers: { Accept: "application/json" } });
  if (!answer.ok) throw new Error("no challenge");
  return (await answer.json()).request_options;
}

async function perform(form) {
  const publicKey = decoded((await optionsOf(form)).publicKey);
  const ask = form.dataset.ceremony === "create" ? "create" : "get";
  return encoded(await navigator.credentials[ask]({ publicKey }));
}

for (const form of document.querySelectorAll("form[data-ceremony]")) {
  if (!window.PublicKeyCredential) continue;
  form.querySelector("button").hidden = false;
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const refusal = form.querySelector(".error[role=alert]");
    refusal.hidden = true;
    try {
      form.elements.credential.value = JSON.stringify(await perform(form));
      form.submit();
    } catch {
      refusal.hidden = false;
    }
  });
}
