"""The one place that knows the machine: settings, addresses, servers' doors."""
