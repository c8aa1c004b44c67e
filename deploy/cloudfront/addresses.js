// CloudFront function (viewer request): one address a page, as the other kits do it. S3 knows files, not folders.
function handler(event) {
  var request = event.request;
  var uri = request.uri;
  var plain = uri.replace(/\/{2,}/g, "/").replace(/\/index\.html$/, "/");
  if (plain !== "%BASE%404.html") plain = plain.replace(/\.html$/, "/");
  if (!/[./]$/.test(plain) && !/\.[a-z0-9]+$/.test(plain)) plain += "/";
  if (plain !== uri) {
    return { statusCode: 301, statusDescription: "Moved Permanently", headers: { location: { value: plain } } };
  }
  if (uri.endsWith("/")) request.uri = uri + "index.html";
  return request;
}
