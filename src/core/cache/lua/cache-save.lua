-- Saves entries under KEYS and notes each under its tags, all or nothing.
-- ARGV[1]: prefix of tag keys. Then for each key: value, time to keep in ms, number of tags, the tags.
-- A tag is a sorted set of entry keys by the moment they end, on the server's clock, so that ended
-- ones leave with the next write and a busy tag does not grow.
local time = redis.call('TIME')
local now_ms = time[1] * 1000 + math.floor(time[2] / 1000)
local at = 2
for index = 1, #KEYS do
  local keep_ms = tonumber(ARGV[at + 1])
  local tag_count = tonumber(ARGV[at + 2])
  redis.call('SET', KEYS[index], ARGV[at], 'PX', keep_ms)
  for offset = 1, tag_count do
    local tag = ARGV[1] .. ARGV[at + 2 + offset]
    redis.call('ZREMRANGEBYSCORE', tag, '-inf', now_ms)
    redis.call('ZADD', tag, now_ms + keep_ms, KEYS[index])
    if redis.call('PTTL', tag) < keep_ms then redis.call('PEXPIRE', tag, keep_ms) end
  end
  at = at + 3 + tag_count
end
return #KEYS
