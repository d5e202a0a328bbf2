-- What the load generator says at the end: answers, seconds, 95th percentile in milliseconds, answers that are not 2xx.
done = function(summary, latency, requests)
  local errors = summary.errors
  io.write(string.format("DONE %d %.3f %.2f %d\n", summary.requests, summary.duration / 1e6,
    latency:percentile(95) / 1000, errors.status + errors.connect + errors.read + errors.write + errors.timeout))
end
