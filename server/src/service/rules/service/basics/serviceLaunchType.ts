import { insertMember, quickFix, remove, renameKey, replaceValue } from "../../kit/fix.ts";
import { keyPlace } from "../../kit/place.ts";
import { serviceFaults } from "../../kit/serviceFault.ts";

/** Launch type and capacity providers are two ways to say where tasks run. */
export const serviceLaunchType = serviceFaults([
  {
    id: "launch-type-and-capacity-provider",
    summary: "A service has a launch type or a capacity provider strategy, not both.",
    severity: "error",
    fix: "delete one of the two",
    // DescribeServices shows both.
    when: ({ isDescribed, launchType }) => !isDescribed && launchType?.isDynamic === false,
    find: ({ root, capacityProviders }) =>
      capacityProviders.length > 0 ? root.get("capacityProviderStrategy") : undefined,
    place: keyPlace,
    message: (_, { launchType }) =>
      `The service has launchType ${launchType!.sourceText} and a capacityProviderStrategy. AWS refuses the two together; keep one of them.`,
    fixes: (strategy, { launchType }) => [
      quickFix("Remove launchType", remove(launchType!)),
      quickFix("Remove capacityProviderStrategy", remove(strategy)),
    ],
  },
  {
    id: "launch-type-managed-instances",
    summary: "Managed Instances are chosen by a capacity provider, not by launch type.",
    severity: "warning",
    fix: "replace launchType by a capacity provider strategy",
    when: ({ isDescribed, launchType }) => !isDescribed && launchType?.string === "MANAGED_INSTANCES",
    find: ({ launchType }) => launchType,
    message: () =>
      "Managed Instances are chosen through a capacity provider, not by launchType MANAGED_INSTANCES. Replace it by a capacityProviderStrategy.",
    fixes: (launchType, { root, capacityProviders }) => {
      if (capacityProviders.length > 0) return [quickFix("Remove launchType", remove(launchType))];
      const strategy = [{ capacityProvider: "YOUR_CAPACITY_PROVIDER", weight: 1 }];
      const title = "Use a capacityProviderStrategy";
      if (!root.get("capacityProviderStrategy")) {
        return [
          quickFix(
            title,
            renameKey(launchType, "capacityProviderStrategy"),
            replaceValue(launchType, strategy),
          ),
        ];
      }
      return [quickFix(title, remove(launchType), insertMember(root, "capacityProviderStrategy", strategy))];
    },
  },
]);
