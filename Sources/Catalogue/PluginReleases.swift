import NetworkTypes

extension Catalogue {
  /// The releases of the reference plugins by version, oldest first. By date 0.7.6 is younger than 0.8.1: it came from
  /// a maintenance branch.
  package static let pluginReleases: [PluginRelease] = [
    PluginRelease("0.6.0", "2017-08-17", commit: "7480240d", specVersions: upTo031),
    PluginRelease("0.7.0", "2018-02-16", commit: "dd8ff8a5", specVersions: upTo031),
    PluginRelease("0.7.1", "2018-04-12", commit: "72b62bab", specVersions: upTo031),
    PluginRelease("0.7.2", "2018-08-03", commit: "72b62bab", specVersions: upTo031),
    PluginRelease("0.7.3", "2018-08-08", commit: "19f2f281", specVersions: upTo031),
    PluginRelease("0.7.4", "2018-11-08", commit: "9ebe139e", specVersions: upTo031),
    PluginRelease("0.7.5", "2019-03-15", commit: "a62711a5", specVersions: upTo031),
    PluginRelease("0.7.6", "2019-08-13", commit: "9f96827c", specVersions: upTo031),
    PluginRelease("0.8.0", "2019-05-10", commit: "0950a360", specVersions: upTo040),
    PluginRelease("0.8.1", "2019-06-05", commit: "fe60fcdd", specVersions: upTo040),
    PluginRelease("0.8.2", "2019-08-15", commit: "485be655", specVersions: upTo040),
    PluginRelease("0.8.3", "2019-11-11", commit: "d5efdfe1", specVersions: upTo040),
    PluginRelease("0.8.4", "2020-01-08", commit: "62b36d2f", specVersions: upTo040),
    PluginRelease("0.8.5", "2020-01-22", commit: "1f33fb72", specVersions: upTo040),
    PluginRelease("0.8.6", "2020-05-13", commit: "ad10b6fa", specVersions: upTo040),
    PluginRelease("0.8.7", "2020-08-26", commit: "9b8de6a6", specVersions: upTo040),
    PluginRelease("0.9.0", "2020-12-09", commit: "e13bab99", specVersions: upTo040),
    PluginRelease("0.9.1", "2021-02-05", commit: "fa48f751", specVersions: upTo040),
    PluginRelease("1.0.0", "2021-08-11", commit: "8632ace9", specVersions: upTo100),
    PluginRelease("1.0.1", "2021-09-07", commit: "189d0c06", specVersions: upTo100),
    PluginRelease("1.1.0", "2022-02-23", commit: "26745d37", specVersions: upTo100),
    PluginRelease("1.1.1", "2022-03-09", commit: "4744ec27", specVersions: upTo100),
    PluginRelease("1.2.0", "2023-01-16", commit: "c4d24e80", specVersions: upTo100),
    PluginRelease("1.3.0", "2023-05-03", commit: "38f18d26", specVersions: upTo100),
    PluginRelease("1.4.0", "2023-12-04", commit: "1fb5bf66", specVersions: upTo100),
    PluginRelease("1.4.1", "2024-03-12", commit: "8fc26ce7", specVersions: upTo100),
    PluginRelease("1.5.0", "2024-05-20", commit: "0259301a", specVersions: upTo100),
    PluginRelease("1.5.1", "2024-06-17", commit: "c29dc79f", specVersions: upTo100),
    PluginRelease("1.6.0", "2024-10-15", commit: "fec2d626", specVersions: upTo110),
    PluginRelease("1.6.1", "2024-12-02", commit: "7f756b41", specVersions: upTo110),
    PluginRelease("1.6.2", "2024-12-02", commit: "7f756b41", specVersions: upTo110),
    PluginRelease("1.7.0", "2025-04-25", commit: "a5d507e2", specVersions: upTo110),
    PluginRelease("1.7.1", "2025-04-25", commit: "a5d507e2", specVersions: upTo110),
    PluginRelease("1.8.0", "2025-09-01", commit: "0e648479", specVersions: upTo110),
    PluginRelease("1.9.0", "2025-11-13", commit: "9b3772e1", specVersions: upTo110),
    PluginRelease("1.9.1", "2026-02-19", commit: "adc3e6b5", specVersions: upTo110),
  ]

  // The lists only grew: no release dropped a spec version.
  private static let upTo031: [String] = ["0.1.0", "0.2.0", "0.3.0", "0.3.1"]
  private static let upTo040: [String] = upTo031 + ["0.4.0"]
  private static let upTo100: [String] = upTo040 + ["1.0.0"]
  private static let upTo110: [String] = upTo100 + ["1.1.0"]
}
