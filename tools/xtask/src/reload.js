// Under `cargo xtask serve` only: `trunk serve` tells on a web socket when a build is ready or has failed.
const address = new URL(".well-known/trunk/ws", document.baseURI);
address.protocol = address.protocol === "https:" ? "wss:" : "ws:";

function listen(thenReload) {
  const socket = new WebSocket(address);
  // Connected again after a loss: the server was restarted, and has built.
  socket.onopen = () => thenReload && location.reload();
  socket.onmessage = (event) => {
    const message = JSON.parse(event.data);
    if (message.type === "reload") location.reload();
    if (message.type === "buildFailure") console.error(`The build has failed:\n${message.data.reason}`);
  };
  socket.onclose = () => setTimeout(listen, 2000, true);
}

listen(false);
